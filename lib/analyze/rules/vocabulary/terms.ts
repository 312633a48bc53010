export { terms } from '../../../extract';
