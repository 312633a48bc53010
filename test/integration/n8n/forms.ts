import type { N8n } from './running';

/** A page's text; n8n may close an idle connection at the very moment it is used again, so each has its own. */
const read = async (url: URL) => (await fetch(url, { headers: { connection: 'close' } })).text();

interface FormFile {
  fileName: string;
  data: Buffer;
}

export type FormValue = string | FormFile | FormFile[];

/** A form of n8n, filled in as a browser does it: page after page, each in the order of its fields. */
export class FilledForm {
  private waiting?: URL;

  constructor(
    private readonly n8n: N8n,
    private readonly path: string,
  ) {}

  /** The first page, before anything is filled in. */
  async open(): Promise<string> {
    const url = new URL(`http://127.0.0.1:${this.n8n.port}/form/${this.path}`);
    // n8n says that it is ready before it has registered every form.
    for (let tries = 0; tries < 200; tries++) {
      const page = await fetch(url, { headers: { connection: 'close' } });
      if (page.ok) return await page.text();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    throw new Error(`no form at /form/${this.path}`);
  }

  /** Sends a page. @returns the next page, or the answer */
  async send(values: FormValue[]): Promise<string> {
    const said = await this.submit(values);
    this.waiting ??= this.here((JSON.parse(said) as { formWaitingUrl: string }).formWaitingUrl);
    return await this.next(this.waiting);
  }

  /** Sends a page to a flow that says at once that it has it. */
  async submit(values: FormValue[]): Promise<string> {
    if (!this.waiting) await this.open();
    const url = this.waiting ?? new URL(`http://127.0.0.1:${this.n8n.port}/form/${this.path}`);
    const body = new FormData();
    values.forEach((value, index) => {
      if (typeof value === 'string') return body.append(`field-${index}`, value);
      for (const { data, fileName } of [value].flat())
        body.append(`field-${index}`, new Blob([new Uint8Array(data)]), fileName);
    });
    const answer = await fetch(url, { method: 'POST', body, headers: { connection: 'close' } });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`the form answered ${answer.status}: ${said.slice(0, 300)}`);
    return said;
  }

  private here(address: string): URL {
    const url = new URL(address);
    url.host = `127.0.0.1:${this.n8n.port}`;
    return url;
  }

  private async next(waiting: URL): Promise<string> {
    const status = new URL(waiting);
    status.pathname += '/n8n-execution-status';
    for (let tries = 0; tries < 200; tries++) {
      const now = (await read(status)).trim();
      if (now === 'form-waiting') return await read(waiting);
      if (['error', 'crashed', 'canceled'].includes(now)) throw new Error(`the flow ended: ${now}`);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    throw new Error('the form gave no answer page');
  }
}

/** The box that a candidate ticks in “Submit a CV by web form”. */
export const CONSENT =
  'J’accepte que mon CV et les documents joints soient conservés 2 ans pour des recrutements. · I agree that my CV and the documents with it are kept for 2 years for recruitment.';

const NO_FILE: FormValue = { fileName: '', data: Buffer.alloc(0) };

/** Hands in a CV alone, as a candidate does. @returns the answer */
export const submitCv = (n8n: N8n, fileName: string, data: Buffer) =>
  new FilledForm(n8n, 'cv').send([{ fileName, data }, NO_FILE, NO_FILE, JSON.stringify([CONSENT])]);
