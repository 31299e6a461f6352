import 'reflect-metadata';
import { IsBoolean, IsEmail, IsIn, IsInt, IsOptional, Matches, Max, MaxLength, Min, MinLength, validateSync } from 'class-validator';

const postgresUrl = /^postgres(ql)?:\/\/[^\s]+$/;
const missing = 'cette variable est obligatoire.';
const databaseAddress = 'une adresse « postgres://utilisateur:motdepasse@serveur:5432/base » est attendue.';

/**
 * What the environment may say, checked once at start. The only reader of `process.env`.
 * Of several faults of one variable the lowest decorator speaks first: the plainest stands nearest to the name.
 */
export class Config {
  /** Owner of the database: migrations, command line and launcher only. */
  @IsOptional()
  @Matches(postgresUrl, { message: databaseAddress })
  DATABASE_URL?: string;

  /** Login of the API and of the worker; inherits no right, takes one role per transaction. */
  @Matches(postgresUrl, { message: databaseAddress })
  @MinLength(1, { message: missing })
  DATABASE_APP_URL!: string;

  /** Connections kept by one process. */
  @Min(2, { message: 'au moins 2 connexions sont nécessaires.' })
  @Max(200, { message: 'au plus 200 connexions.' })
  @IsInt({ message: 'un nombre entier est attendu.' })
  DATABASE_POOL!: number;

  @IsOptional()
  @Matches(/^rediss?:\/\/[^\s]+$/, { message: 'une adresse « redis://serveur:6379 » est attendue.' })
  REDIS_URL?: string;

  /** Where the jobs' bell hangs. */
  @IsIn(['redis', 'postgres'], { message: 'la valeur est « redis » ou « postgres ».' })
  QUEUE!: 'redis' | 'postgres';

  /** Sets two installations apart on one Redis. */
  @Matches(/^[a-z0-9{}_-]{1,60}$/, { message: 'des minuscules, des chiffres, « _ » ou « - » sont attendus.' })
  QUEUE_PREFIX!: string;

  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s]+$/, { message: 'une adresse « smtp://serveur:587 » est attendue.' })
  SMTP_URL?: string;

  /** Sender of every e-mail: an address, or `Nom <adresse>`. */
  @Matches(/^([^<>\r\n]+<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, {
    message: 'une adresse « Maillage <ne-pas-repondre@exemple.fr> » est attendue.',
  })
  MAIL_FROM!: string;

  /** Address people type, without a final slash: links in e-mails start with it. */
  @Matches(/^https?:\/\/[^\s/]+(\/[^\s]*[^\s/])?$/, { message: 'une adresse « https://maillage.exemple.fr » sans « / » final est attendue.' })
  @MinLength(1, { message: missing })
  PUBLIC_URL!: string;

  @Min(0, { message: 'un port entre 0 et 65535 est attendu.' })
  @Max(65535, { message: 'un port entre 0 et 65535 est attendu.' })
  @IsInt({ message: 'un nombre entier est attendu.' })
  PORT!: number;

  @MaxLength(255, { message: 'au plus 255 caractères.' })
  @MinLength(1, { message: missing })
  HOST!: string;

  /** Folder of the files people add; shared by every copy of the API and of the worker. */
  @MinLength(1, { message: missing })
  FILES_DIR!: string;

  /** Largest proof a person may join to a value, in millions of bytes. */
  @Min(1, { message: 'au moins 1.' })
  @Max(200, { message: 'au plus 200.' })
  @IsInt({ message: 'un nombre entier de mégaoctets est attendu.' })
  EVIDENCE_MAX_MB!: number;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    message: 'la valeur est « fatal », « error », « warn », « info », « debug », « trace » ou « silent ».',
  })
  LOG_LEVEL!: string;

  /** Cookies only over HTTPS; by default, when PUBLIC_URL is in HTTPS. */
  @IsBoolean({ message: 'la valeur est « true » ou « false ».' })
  COOKIE_SECURE!: boolean;

  /** True behind a proxy that says the caller's address in `x-forwarded-for`. */
  @IsBoolean({ message: 'la valeur est « true » ou « false ».' })
  TRUST_PROXY!: boolean;

  /** Health of the worker over HTTP, when given. */
  @IsOptional()
  @Min(0, { message: 'un port entre 0 et 65535 est attendu.' })
  @Max(65535, { message: 'un port entre 0 et 65535 est attendu.' })
  @IsInt({ message: 'un nombre entier est attendu.' })
  WORKER_PORT?: number;

  /** Jobs one worker runs at the same time. */
  @Min(1, { message: 'au moins 1.' })
  @Max(64, { message: 'au plus 64.' })
  @IsInt({ message: 'un nombre entier est attendu.' })
  WORKER_CONCURRENCY!: number;

  /** E-mail the operator reads, shown on error pages. */
  @IsOptional()
  @IsEmail({}, { message: 'une adresse électronique est attendue.' })
  OPERATOR_EMAIL?: string;

  /** Password of every demonstration account; the demonstration is not loaded without it. */
  @IsOptional()
  @MinLength(12, { message: 'au moins 12 caractères.' })
  MAILLAGE_DEMO_PASSWORD?: string;

  /** The owner's address, for what migrates; a fault that says so when it is absent. */
  ownerUrl(): string {
    if (!this.DATABASE_URL) throw new ConfigError([`DATABASE_URL\u00a0: ${missing}`]);
    return this.DATABASE_URL;
  }
}

/** Everything wrong with the environment, in French, one line per fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly string[]) {
    super(['La configuration ne convient pas\u00a0:', ...faults.map((fault) => `  - ${fault}`)].join('\n'));
  }
}

type Environment = Record<string, string | undefined>;

/** Reads and checks the environment; throws `ConfigError` with every fault at once. */
export function loadConfig(environment: Environment = process.env): Config {
  const text = (name: keyof Config): string | undefined => environment[name]?.trim() || undefined;
  const number = (name: keyof Config, otherwise?: number): number | undefined => {
    const value = text(name);
    return value === undefined ? otherwise : /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
  };
  const flag = (name: keyof Config, otherwise: boolean): unknown => {
    const value = text(name)?.toLowerCase();
    if (value === undefined) return otherwise;
    return value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value;
  };
  const publicUrl = text('PUBLIC_URL')?.replace(/\/+$/, '');
  const config = Object.assign(new Config(), {
    DATABASE_URL: text('DATABASE_URL'),
    DATABASE_APP_URL: text('DATABASE_APP_URL') ?? '',
    DATABASE_POOL: number('DATABASE_POOL', 10),
    REDIS_URL: text('REDIS_URL'),
    QUEUE: text('QUEUE') ?? (text('REDIS_URL') ? 'redis' : 'postgres'),
    QUEUE_PREFIX: text('QUEUE_PREFIX') ?? '{maillage}',
    SMTP_URL: text('SMTP_URL'),
    MAILLAGE_DEMO_PASSWORD: text('MAILLAGE_DEMO_PASSWORD'),
    MAIL_FROM: text('MAIL_FROM') ?? 'Maillage <ne-pas-repondre@localhost>',
    PUBLIC_URL: publicUrl ?? '',
    PORT: number('PORT', 3000),
    HOST: text('HOST') ?? '127.0.0.1',
    FILES_DIR: text('FILES_DIR') ?? '',
    EVIDENCE_MAX_MB: number('EVIDENCE_MAX_MB', 20),
    LOG_LEVEL: text('LOG_LEVEL') ?? 'info',
    COOKIE_SECURE: flag('COOKIE_SECURE', publicUrl?.startsWith('https:') ?? true),
    TRUST_PROXY: flag('TRUST_PROXY', false),
    WORKER_PORT: number('WORKER_PORT'),
    WORKER_CONCURRENCY: number('WORKER_CONCURRENCY', 2),
    OPERATOR_EMAIL: text('OPERATOR_EMAIL'),
  });
  const faults = validateSync(config, { stopAtFirstError: true }).map((fault) => {
    const [message] = Object.values(fault.constraints ?? {});
    return `${fault.property}\u00a0: ${message ?? 'valeur refusée.'}`;
  });
  if (config.QUEUE === 'redis' && !config.REDIS_URL) {
    faults.push('REDIS_URL\u00a0: obligatoire quand QUEUE vaut «\u00a0redis\u00a0».');
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}
