export { updateEmbeddings } from './update';
