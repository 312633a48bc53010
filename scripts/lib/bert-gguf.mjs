// Writes a BERT model for sentence vectors as a GGUF file, the way llama.cpp's own converter does (convert_hf_to_gguf.py, BertModel): no Python, no torch.
// The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md

const TYPE = { uint32: 4, int32: 5, float32: 6, bool: 7, string: 8, array: 9 };
const F32 = 0;
const ALIGNMENT = 32;
const TOKEN = { normal: 1, unknown: 2, control: 3 };
const MEAN_POOLING = 1;

const u32 = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const f32 = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
};
const text = (value) => {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(bytes.length), bytes]);
};

const write = {
  [TYPE.uint32]: u32,
  [TYPE.int32]: u32,
  [TYPE.float32]: f32,
  [TYPE.bool]: (value) => Buffer.from([value ? 1 : 0]),
  [TYPE.string]: text,
};

const pair = (key, type, value) => Buffer.concat([text(key), u32(type), write[type](value)]);
const list = (key, type, values) =>
  Buffer.concat([text(key), u32(TYPE.array), u32(type), u64(values.length), ...values.map(write[type])]);

/** Pieces inside a word lose their mark, beginnings of words get one; the special ones stay. */
function tokenOf(word) {
  if (/^\[.*\]$/.test(word)) return word;
  return word.startsWith('##') ? word.slice(2) : `\u2581${word}`;
}

function typeOf(word) {
  if (word === '[UNK]') return TOKEN.unknown;
  return /^\[(?:PAD|CLS|SEP|MASK)\]$/.test(word) ? TOKEN.control : TOKEN.normal;
}

function metadataOf(config, words, name) {
  const at = (word) => words.indexOf(word);
  const bert = (key) => `bert.${key}`;
  const token = (key) => `tokenizer.ggml.${key}`;
  return [
    pair('general.architecture', TYPE.string, 'bert'),
    pair('general.name', TYPE.string, name),
    pair('general.file_type', TYPE.uint32, F32),
    pair(bert('context_length'), TYPE.uint32, config.max_position_embeddings),
    pair(bert('embedding_length'), TYPE.uint32, config.hidden_size),
    pair(bert('block_count'), TYPE.uint32, config.num_hidden_layers),
    pair(bert('feed_forward_length'), TYPE.uint32, config.intermediate_size),
    pair(bert('attention.head_count'), TYPE.uint32, config.num_attention_heads),
    pair(bert('attention.layer_norm_epsilon'), TYPE.float32, config.layer_norm_eps),
    pair(bert('attention.causal'), TYPE.bool, false),
    pair(bert('pooling_type'), TYPE.uint32, MEAN_POOLING),
    pair(token('model'), TYPE.string, 'bert'),
    pair(token('token_type_count'), TYPE.uint32, config.type_vocab_size),
    list(token('tokens'), TYPE.string, words.map(tokenOf)),
    list(token('token_type'), TYPE.int32, words.map(typeOf)),
    pair(token('unknown_token_id'), TYPE.uint32, at('[UNK]')),
    pair(token('seperator_token_id'), TYPE.uint32, at('[SEP]')),
    pair(token('padding_token_id'), TYPE.uint32, at('[PAD]')),
    pair(token('cls_token_id'), TYPE.uint32, at('[CLS]')),
    pair(token('mask_token_id'), TYPE.uint32, at('[MASK]')),
  ];
}

const NAMES = [
  [/^embeddings\.word_embeddings\.weight$/, 'token_embd.weight'],
  [/^embeddings\.position_embeddings\.weight$/, 'position_embd.weight'],
  [/^embeddings\.token_type_embeddings\.weight$/, 'token_types.weight'],
  [/^embeddings\.LayerNorm\.(weight|bias)$/, 'token_embd_norm.$1'],
  [/^encoder\.layer\.(\d+)\.attention\.self\.(q|k|v)\w+\.(weight|bias)$/, 'blk.$1.attn_$2.$3'],
  [/^encoder\.layer\.(\d+)\.attention\.output\.dense\.(weight|bias)$/, 'blk.$1.attn_output.$2'],
  [/^encoder\.layer\.(\d+)\.attention\.output\.LayerNorm\.(weight|bias)$/, 'blk.$1.attn_output_norm.$2'],
  [/^encoder\.layer\.(\d+)\.intermediate\.dense\.(weight|bias)$/, 'blk.$1.ffn_up.$2'],
  [/^encoder\.layer\.(\d+)\.output\.dense\.(weight|bias)$/, 'blk.$1.ffn_down.$2'],
  [/^encoder\.layer\.(\d+)\.output\.LayerNorm\.(weight|bias)$/, 'blk.$1.layer_output_norm.$2'],
];

/** The tensors that the model computes with, under llama.cpp's names; all of them are 32-bit floats in this file. */
function tensorsOf(safetensors) {
  const length = Number(safetensors.readBigUInt64LE(0));
  const { __metadata__: _, ...entries } = JSON.parse(safetensors.subarray(8, 8 + length).toString());
  return Object.entries(entries).flatMap(
    ([
      name,
      {
        shape,
        data_offsets: [from, to],
      },
    ]) => {
      const rule = NAMES.find(([pattern]) => pattern.test(name));
      if (!rule) return [];
      const data = safetensors.subarray(8 + length + from, 8 + length + to);
      return [{ name: name.replace(...rule), dimensions: [...shape].reverse(), data }];
    },
  );
}

const padding = (length) => Buffer.alloc((ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT);

/**
 * @param {{safetensors: Buffer, vocabulary: string, config: object, name: string}} model
 * @returns {Buffer}
 */
export function bertGguf({ safetensors, vocabulary, config, name }) {
  const words = vocabulary.split('\n').map((word) => word.replace(/\r$/, ''));
  while (words.at(-1) === '') words.pop();
  const tensors = tensorsOf(safetensors);
  const metadata = metadataOf(config, words, name);
  let offset = 0;
  const infos = tensors.map((tensor) => {
    const { dimensions, data } = tensor;
    const info = [text(tensor.name), u32(dimensions.length), ...dimensions.map(u64), u32(F32), u64(offset)];
    offset += data.length + padding(data.length).length;
    return Buffer.concat(info);
  });
  const head = Buffer.concat([
    ...[Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(metadata.length)],
    ...[...metadata, ...infos],
  ]);
  return Buffer.concat([head, padding(head.length), ...tensors.flatMap(({ data }) => [data, padding(data.length)])]);
}
