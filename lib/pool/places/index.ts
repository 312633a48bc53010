import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A town of 500 inhabitants or more; see ATTRIBUTION.md. */
export interface Town {
  /** As `cityName` writes it. */
  name: string;
  /** A French département as postal codes begin with it, else a country. */
  area: string;
  /** Degrees. */
  lat: number;
  lon: number;
  people: number;
}

const EARTH_KM = 6371;

let read: Map<string, Town[]> | undefined;

/** By name, the largest of a name first. Read at first use: 0.2 MB. */
function townsByName(): Map<string, Town[]> {
  if (read) return read;
  const names = new Map<string, Town[]>();
  for (const line of gunzipSync(readFileSync(join(__dirname, 'towns.txt.gz')))
    .toString()
    .trimEnd()
    .split('\n')) {
    const [name, area, lat, lon, people] = line.split('\t');
    const town = { name, area, lat: Number(lat) / 100, lon: Number(lon) / 100, people: Number(people) };
    names.set(name, [...(names.get(name) ?? []), town]);
  }
  for (const towns of names.values()) towns.sort((a, b) => b.people - a.people);
  return (read = names);
}

/** @param area null: the largest town of that name. */
export function findTown(name: string, area: string | null): Town | null {
  const towns = townsByName().get(name) ?? [];
  return (area ? towns.find((town) => town.area === area) : towns[0]) ?? null;
}

/** Every town whose centre is that near, the one in the middle too; as the crow flies. */
export function townsAround(centre: Town, km: number): Town[] {
  return [...townsByName().values()].flat().filter((town) => distanceKm(centre, town) <= km);
}

/** By the haversine formula. */
function distanceKm(a: Town, b: Town): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const h = half(rad(b.lat - a.lat)) + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * half(rad(b.lon - a.lon));
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
