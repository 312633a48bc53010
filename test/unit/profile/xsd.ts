import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const schemaFile = join(resolve(__dirname, '../../..'), 'test/fixtures/profile/europass-3.4.xsd');

/** What libxml finds wrong with a document by the schema. */
export async function schemaErrors(xml: string): Promise<string[]> {
  const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
  using schema = XmlDocument.fromBuffer(readFileSync(schemaFile));
  using validator = XsdValidator.fromDoc(schema);
  try {
    using document = XmlDocument.fromString(xml);
    validator.validate(document);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
