import { chosenEngine } from '../../../nodes/CvAnalyze/model';

type Context = Parameters<typeof chosenEngine>[0];
const naming = (engine: unknown) => ({ getNodeParameter: () => engine }) as unknown as Context;

describe('the engine that an expression names', () => {
  it.each(['auto', 'later', 'model', 'rules'])('is taken when it is %s', (engine) => {
    expect(chosenEngine(naming(engine), 0)).toBe(engine);
  });

  it.each([undefined, null, '', 'Rules', 'http://192.0.2.1', ['rules'], { rules: true }])(
    'is refused as %j',
    (engine) => {
      expect(() => chosenEngine(naming(engine), 0)).toThrow(
        expect.objectContaining({ code: 'invalid-input' }) as Error,
      );
    },
  );
});
