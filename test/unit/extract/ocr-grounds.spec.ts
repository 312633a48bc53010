import { createCanvas } from '@napi-rs/canvas';
import { evenGrounds } from '../../../lib/extract/ocr/grounds';
import { greyFromRgba, type Grey } from '../../../lib/extract/ocr/picture';

type Pen = ReturnType<ReturnType<typeof createCanvas>['getContext']>;

/** As small as the copy on which boxes are looked for: nothing is made smaller. */
const [WIDTH, HEIGHT] = [420, 500];

function page(draw: (pen: Pen) => void): Grey {
  const pen = createCanvas(WIDTH, HEIGHT).getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  draw(pen);
  return greyFromRgba(pen.getImageData(0, 0, WIDTH, HEIGHT).data, WIDTH, HEIGHT);
}

function words(pen: Pen, text: string, [x, y]: [number, number], colour: string, size = 16): void {
  pen.fillStyle = colour;
  pen.font = `bold ${size}px sans-serif`;
  pen.fillText(text, x, y);
}

/** Share of dark pixels in a part of the page. */
function inkShare({ width, data }: Grey, [x, y, wide, high]: [number, number, number, number]): number {
  let dark = 0;
  for (let v = y; v < y + high; v++) for (let u = x; u < x + wide; u++) if (data[v * width + u] < 128) dark++;
  return dark / (wide * high);
}

const chip =
  (ground: string, ink: string, slant = 0) =>
  (pen: Pen) => {
    pen.rotate(slant);
    pen.fillStyle = ground;
    pen.beginPath();
    pen.roundRect(60, 100, 240, 30, 15);
    pen.fill();
    words(pen, 'Rapprochement', [90, 120], ink);
  };

const INSIDE: [number, number, number, number] = [75, 106, 200, 20];

describe('words in dark and coloured boxes on a scan', () => {
  it.each<[string, string, string, number]>([
    ['white on black', '#222', 'white', 0],
    ['white on a middle blue', '#4a7ab5', 'white', 0],
    ['black on orange', '#d08a2e', 'black', 0],
    ['white on black, slanted', '#222', 'white', 0.02],
  ])('become dark ink on white paper: %s', (_, ground, ink, slant) => {
    const even = evenGrounds(page(chip(ground, ink, slant)));
    const plain = page((pen) => {
      pen.rotate(slant);
      words(pen, 'Rapprochement', [90, 120], 'black');
    });
    const bolder = inkShare(even, INSIDE) / inkShare(plain, INSIDE);
    expect(bolder).toBeGreaterThan(0.8);
    // White letters are drawn a little bolder than black ones; a box would be several times as dark.
    expect(bolder).toBeLessThan(1.9);
    expect(inkShare(even, [40, 80, 300, 10])).toBe(0);
  });

  it('keep the ground within round letters white in a column beside the text', () => {
    const draw = (ground: string, ink: string) => (pen: Pen) => {
      pen.fillStyle = ground;
      pen.fillRect(0, 0, 200, HEIGHT);
      words(pen, 'COMPÉTENCES', [10, 150], ink, 22);
      words(pen, 'Expériences', [220, 150], 'black', 22);
    };
    const even = evenGrounds(page(draw('#333', 'white')));
    const plain = page(draw('white', 'black'));
    const heading: [number, number, number, number] = [8, 125, 185, 35];
    expect(inkShare(even, heading) / inkShare(plain, heading)).toBeLessThan(1.9);
    expect(inkShare(even, [220, 125, 180, 35])).toBe(inkShare(plain, [220, 125, 180, 35]));
  });

  it('leave an empty box behind as paper', () => {
    const even = evenGrounds(page((pen) => pen.fillRect(40, 300, 340, 150)));
    expect(inkShare(even, [0, 0, WIDTH, HEIGHT])).toBe(0);
  });
});

describe('a page without boxes behind words', () => {
  it.each<[string, (pen: Pen) => void]>([
    ['bold capitals', (pen) => words(pen, 'COMPTABLE UNIQUE', [20, 200], 'black', 40)],
    ['small print', (pen) => words(pen, 'Tenue de la comptabilité générale', [20, 200], 'black', 10)],
    ['a dark ruled frame', (pen) => pen.strokeRect(20, 20, 380, 460)],
    ['thick lines', (pen) => [200, 300, 400].forEach((y) => pen.fillRect(20, y, 380, 5))],
    ['initials of a logo', (pen) => words(pen, 'MW', [20, 300], 'black', 120)],
  ])('stays as it is: %s', (_, draw) => {
    const given = page((pen) => {
      pen.lineWidth = 5;
      draw(pen);
    });
    expect(evenGrounds(given)).toBe(given);
  });
});
