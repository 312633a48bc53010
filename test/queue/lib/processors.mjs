// What processes use of the processors and of memory, as Linux tells it (proc(5)).
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICKS = 100;
const MIB = 1024;

/** @returns every process by id: parent, processor seconds with those of children that have ended, memory in MiB */
function processes() {
  const all = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const seconds = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
      const rss = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1] ?? 0) / MIB;
      all.set(Number(name), { parent: Number(fields[1]), seconds, rss });
    } catch {
      // It ended meanwhile.
    }
  }
  return all;
}

/** Of a process and all below it: processor seconds, memory in MiB, open descriptors. */
export function usageOf(pid) {
  const all = processes();
  const sum = { seconds: 0, rss: 0, descriptors: 0 };
  const visit = (id) => {
    const one = all.get(id);
    if (!one) return;
    sum.seconds += one.seconds;
    sum.rss += one.rss;
    sum.descriptors += descriptorsOf(id);
    for (const [child, { parent }] of all) if (parent === id) visit(child);
  };
  visit(pid);
  return sum;
}

function descriptorsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    // It ended meanwhile.
    return 0;
  }
}

/** Seconds that all processors of this machine together were busy since it started. */
export function machineSeconds() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + (steal ?? 0)) / TICKS;
}
