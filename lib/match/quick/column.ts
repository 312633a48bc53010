/** A column of numbers that grows by doubling; readers take `data` up to `length`. */
export class Column<T extends Int32Array | Uint16Array | Uint8Array | Float64Array> {
  length = 0;

  constructor(
    public data: T,
    private readonly make: (size: number) => T,
  ) {}

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = this.make(Math.max(16, this.length * 2));
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length] = value;
    this.length += 1;
  }
}

const column = <T extends Int32Array | Uint16Array | Uint8Array | Float64Array>(make: (size: number) => T) =>
  new Column(make(0), make);

export const int32 = () => column((size) => new Int32Array(size));
export const uint16 = () => column((size) => new Uint16Array(size));
export const uint8 = () => column((size) => new Uint8Array(size));
export const float64 = () => column((size) => new Float64Array(size));
