import { createHash } from 'node:crypto';
import type { ExtractedDocument } from '../../../lib/extract';

/** A plain text CV as the extractor gives it: one line a line, numbered from 1. */
export function documentOf(text: string): ExtractedDocument {
  return {
    fileName: 'cv.txt',
    format: 'text',
    mimeType: 'text/plain',
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    textSha256: createHash('sha256').update(text).digest('hex'),
    text,
    lines: text.split('\n').map((line, index) => ({ number: index + 1, page: 1, text: line })),
    pages: [{ number: 1, width: 0, height: 0, source: 'text' }],
    language: 'fr',
    links: [],
    hiddenText: [],
    properties: {},
    sections: [],
    photo: null,
    quality: { score: 1, reasons: [] },
    warnings: [],
    meta: { status: 'ok', ms: 1, ocrPages: 0 },
  };
}

export const REFERENCE_DATE = '2026-06-01';

export const CV = `Ulysse Barbentane
Technicien de maintenance
12 rue des Essais, 69003 Lyon
ulysse.barbentane@example.org

EXPÉRIENCES PROFESSIONNELLES
Mars 2019 - aujourd'hui
Technicien de maintenance industrielle
Fonderies Malvoisin, Lyon
- Dépannage de lignes automatisées
- Relevé des pannes dans la GMAO

2016 - 2018
Électromécanicien
Ateliers Tournefeuille, Villeurbanne
- Câblage d'armoires électriques

FORMATION
2014 - 2016
BTS Maintenance des systèmes
Lycée Pré-Fleuri, Lyon

COMPÉTENCES
GMAO, automates Siemens, lecture de plans

LANGUES
Anglais : niveau B1`;
