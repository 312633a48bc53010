import { execFile } from 'node:child_process';

/** Memory of every process that runs: what `ps` of Linux and macOS says, in KiB. */
function processes() {
  return new Promise((resolve) => {
    const child = execFile('ps', ['-A', '-o', 'pid=,ppid=,rss='], (error, stdout) => {
      const rows = error
        ? []
        : stdout
            .trim()
            .split('\n')
            .map((line) => line.trim().split(/\s+/).map(Number));
      resolve(rows.filter(([pid]) => pid !== child.pid));
    });
  });
}

/** Everything that `root` started, and what that started. */
function descendants(rows, root) {
  const found = new Set([root]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const [pid, parent] of rows) if (found.has(parent)) found.add(pid);
  }
  found.delete(root);
  return found;
}

/**
 * Looks at the resident memory of a process and of all that it started, again and again until `stop`.
 * @param {number} root its id
 * @param {{everyMs: number, onSample?: (sample: {parent: number, children: number}) => void}} settings KiB; children: of all together
 * @returns {{stop: () => Promise<{parent: number, children: number, all: number}>}} the most that was seen, KiB
 */
export function sampleMemory(root, { everyMs, onSample = () => {} }) {
  const most = { parent: 0, children: 0, all: 0 };
  let stopped = false;
  const look = async () => {
    while (!stopped) {
      const rows = await processes();
      const below = descendants(rows, root);
      const sum = (wanted) => rows.reduce((kib, [pid, , rss]) => kib + (wanted(pid) ? rss : 0), 0);
      const [parent, children] = [sum((pid) => pid === root), sum((pid) => below.has(pid))];
      most.parent = Math.max(most.parent, parent);
      most.children = Math.max(most.children, children);
      most.all = Math.max(most.all, parent + children);
      if (parent > 0) onSample({ parent, children });
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  };
  const looking = look();
  return {
    async stop() {
      stopped = true;
      await looking;
      return most;
    },
  };
}

/**
 * Slope of a straight line through points, by least squares.
 * @param {[x: number, y: number][]} points
 * @returns {number | null} null for fewer than two different x
 */
export function slopeOf(points) {
  const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const spread = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  if (!(spread > 0)) return null;
  return points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / spread;
}
