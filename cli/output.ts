import type { VivierError } from '../lib/errors';

/** File names and names of people come from outside: control characters in them could steer the terminal. */
export const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '�');

/** For people; stdout stays for results. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** What happened and what to do next. */
export const explain = (error: VivierError): void => tell(printable(`${error.message} ${error.hint}`));
