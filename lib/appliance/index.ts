export { applianceServer } from './server';
