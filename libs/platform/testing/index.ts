export { FixedClock } from '../clock';
export { eventually } from './eventually';
export { testServices, type TestServices } from './services';
export { SmtpStandIn, type ReceivedMail, type SmtpBehaviour } from './smtp-stand-in';
export { TcpProxy } from './tcp-proxy';
export { TestDb, testConfig, testDb, type TestDbOptions } from './test-db';
export { appUrl, cloneDatabase, databaseUrl, dropDatabase, emptyDatabase, type Schema } from './template';
