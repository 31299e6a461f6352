import { ConfigError, loadConfig } from './config';

const enough = {
  DATABASE_APP_URL: 'postgres://app:secret@localhost:5432/maillage',
  PUBLIC_URL: 'https://maillage.exemple.fr/',
  FILES_DIR: '/var/lib/maillage',
};

describe('the configuration', () => {
  it('needs little and fills the rest', () => {
    const config = loadConfig(enough);
    expect(config).toMatchObject({ QUEUE: 'postgres', PORT: 3000, HOST: '127.0.0.1', COOKIE_SECURE: true, LOG_LEVEL: 'info' });
    expect(config.PUBLIC_URL).toBe('https://maillage.exemple.fr');
    expect(loadConfig({ ...enough, REDIS_URL: 'redis://localhost:6379' }).QUEUE).toBe('redis');
    expect(loadConfig({ ...enough, PUBLIC_URL: 'http://localhost:3000' }).COOKIE_SECURE).toBe(false);
  });

  it('lists every fault at once, in French', () => {
    const faulty = { DATABASE_APP_URL: 'mysql://x', PORT: 'abc', QUEUE: 'redis', LOG_LEVEL: 'bavard', COOKIE_SECURE: 'peut-être' };
    const error = (() => {
      try {
        return loadConfig(faulty);
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).faults.map((fault) => fault.split('\u00a0:')[0]).sort()).toEqual(
      ['COOKIE_SECURE', 'DATABASE_APP_URL', 'FILES_DIR', 'LOG_LEVEL', 'PORT', 'PUBLIC_URL', 'REDIS_URL'],
    );
    expect((error as ConfigError).message).toContain('FILES_DIR\u00a0: cette variable est obligatoire.');
    expect((error as ConfigError).message).toContain('PUBLIC_URL\u00a0: cette variable est obligatoire.');
    expect((error as ConfigError).message).toContain('PORT\u00a0: un nombre entier est attendu.');
  });

  it('asks for the owner only where it is needed', () => {
    expect(() => loadConfig(enough).ownerUrl()).toThrow('DATABASE_URL\u00a0: cette variable est obligatoire.');
  });
});
