/** The three greatest values put in for each of several places; 0 where there are fewer. */
export class BestThree {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;

  constructor(places: number) {
    this.first = new Float64Array(places);
    this.second = new Float64Array(places);
    this.third = new Float64Array(places);
  }

  clear(): void {
    this.first.fill(0);
    this.second.fill(0);
    this.third.fill(0);
  }

  put(place: number, value: number): void {
    if (value > this.first[place]) {
      this.third[place] = this.second[place];
      this.second[place] = this.first[place];
      this.first[place] = value;
    } else if (value > this.second[place]) {
      this.third[place] = this.second[place];
      this.second[place] = value;
    } else if (value > this.third[place]) this.third[place] = value;
  }
}
