/** The three greatest values put in for each of several places; 0 where there are fewer. */
export class BestThree {
  first = new Float64Array(0);
  second = new Float64Array(0);
  third = new Float64Array(0);

  /** Forgets everything and makes room for so many places. */
  clear(places: number): void {
    if (this.first.length < places) {
      this.first = new Float64Array(places);
      this.second = new Float64Array(places);
      this.third = new Float64Array(places);
      return;
    }
    this.first.fill(0, 0, places);
    this.second.fill(0, 0, places);
    this.third.fill(0, 0, places);
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
