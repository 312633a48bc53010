import type { Content } from 'pdfmake/interfaces';
import { breakable } from '../../clean';
import { contentWidth, type CvStyle } from '../styles';

export type TextStyle = Omit<Extract<Content, { text: unknown }>, 'text'>;

/** A line, or nothing where there is no text. */
export function line(text: string, style: TextStyle): Content[] {
  return text === '' ? [] : [{ ...style, text: breakable(text) } as Content];
}

export function rule(style: CvStyle, margin: [number, number, number, number]): Content {
  const width = contentWidth(style);
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7, lineColor: style.line }], margin };
}
