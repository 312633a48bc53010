/** The rules read rows; how lines become rows is told where sections are recognised. */
export { blocksOf, rowsOf, type Row } from '../../extract';
