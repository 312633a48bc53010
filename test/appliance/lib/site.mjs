// The appliance as a browser sees it: HTTPS on port 443 alone, with the root certificate of its own authority.
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch, FormData } from 'undici';

export class Site {
  /**
   * @param address the machine's IP address
   * @param host the name that its certificate is asked for
   */
  constructor({ address, port = 443, host = 'vivier.local', patience = 1 }) {
    this.patience = patience;
    this.address = address;
    this.port = port;
    this.host = host;
    this.cookie = '';
    this.agent = this.#agent({ rejectUnauthorized: false });
  }

  #agent(tls) {
    const lookup = (_name, options, done) =>
      options.all ? done(null, [{ address: this.address, family: 4 }]) : done(null, this.address, 4);
    return new Agent({ connect: { ...tls, lookup, timeout: 20_000 }, headersTimeout: 300_000, bodyTimeout: 300_000 });
  }

  /** From here on the certificate must be good: fetches the root certificate once, as an administrator would. */
  async trust() {
    this.agent = this.#agent({ rejectUnauthorized: false });
    const ca = await this.text('/ca.crt');
    if (!ca.includes('BEGIN CERTIFICATE')) throw new Error('/ca.crt is no certificate');
    this.agent = this.#agent({ ca });
  }

  /** The machine became another one: no session, and an authority that is not known yet. */
  forget() {
    this.cookie = '';
    this.agent = this.#agent({ rejectUnauthorized: false });
  }

  url = (path) => new URL(path, `https://${this.host}:${this.port}/`);

  async get(path, options = {}) {
    const headers = { ...(this.cookie && { cookie: this.cookie }), ...options.headers };
    return await fetch(this.url(path), { redirect: 'manual', dispatcher: this.agent, ...options, headers });
  }

  text = async (path) => await (await this.get(path)).text();

  /** Waits until a page answers with one of these codes. @returns {Promise<number>} seconds waited */
  async until(path, codes, { seconds = 300 } = {}) {
    const started = Date.now();
    let last = 'no answer';
    while (Date.now() - started < seconds * this.patience * 1000) {
      try {
        const answer = await this.get(path, { signal: AbortSignal.timeout(20_000) });
        await answer.arrayBuffer();
        if (codes.includes(answer.status)) return (Date.now() - started) / 1000;
        last = `HTTP ${answer.status}`;
      } catch (error) {
        last = error.cause?.code ?? error.message;
      }
      await sleep(500);
    }
    throw new Error(`${path} did not answer ${codes.join(' or ')} within ${seconds} s: ${last}`);
  }

  async logIn(email, password) {
    // Forms answer before n8n's own interface does.
    await this.until('/rest/settings', [200]);
    const answer = await this.post('/rest/login', { emailOrLdapLoginId: email, password });
    if (!answer.ok) throw new Error(`n8n refused the owner (HTTP ${answer.status})`);
    this.cookie = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; '); // prettier-ignore
  }

  post = (path, body) =>
    this.get(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

  /** A call of n8n's own interface as the owner. */
  async rest(path, body) {
    const answer = body ? await this.post(`/rest${path}`, body) : await this.get(`/rest${path}`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered HTTP ${answer.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text).data;
  }

  /** Runs a workflow as the editor's button does, to its end. @returns {Promise<string>} its status */
  async run(workflow, trigger, { seconds = 600 } = {}) {
    const { executionId } = await this.rest(`/workflows/${workflow}/run`, { triggerToStartFrom: { name: trigger } });
    const started = Date.now();
    while (Date.now() - started < seconds * this.patience * 1000) {
      const { status } = await this.rest(`/executions/${executionId}`);
      if (!['new', 'running', 'waiting'].includes(status)) return status;
      await sleep(1000);
    }
    throw new Error(`the workflow ${workflow} did not end within ${seconds} s`);
  }

  /** Fills in a form of n8n as a browser does. @returns {Promise<string>} the page that answers */
  async submit(form, values, { seconds = 300 } = {}) {
    const body = new FormData();
    values.forEach((value, index) => {
      if (typeof value === 'string') body.append(`field-${index}`, value);
      else body.append(`field-${index}`, new globalThis.Blob([value.data]), value.fileName);
    });
    const said = await (await this.get(`/form/${form}`, { method: 'POST', body })).json();
    // The address must be one that a browser on the network can follow: this machine's own, on its public port.
    const waiting = new URL(said.formWaitingUrl);
    if (waiting.host !== this.host) throw new Error(`the form sends people to ${waiting.host}`);
    const path = waiting.pathname + waiting.search;
    const started = Date.now();
    while (Date.now() - started < seconds * this.patience * 1000) {
      const status = (await this.text(`${waiting.pathname}/n8n-execution-status${waiting.search}`)).trim();
      if (status === 'form-waiting') return await this.text(path);
      if (['error', 'crashed', 'canceled'].includes(status)) throw new Error(`the form's flow ended: ${status}`);
      await sleep(300);
    }
    throw new Error(`the form ${form} gave no answer page`);
  }
}
