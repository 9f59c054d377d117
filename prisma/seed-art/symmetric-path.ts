/** A cubic curve: two control points and the end point, in x, y pairs. A straight line is a curve as well. */
export type Curve = [x1: number, y1: number, x2: number, y2: number, x: number, y: number];

/** A closed shape that is its own mirror image at x = 0, from its right half (start and end lie on the axis). */
export function symmetricPath(startY: number, curves: Curve[]): string {
  const there = curves.map((curve) => `C ${curve.join(" ")}`);
  const back = curves
    .map(([x1, y1, x2, y2], index) => {
      const [endX, endY] = index === 0 ? [0, startY] : endOf(curves[index - 1]);
      return `C ${-x2} ${y2} ${-x1} ${y1} ${-endX} ${endY}`;
    })
    .reverse();
  return `M 0 ${startY} ${there.join(" ")} ${back.join(" ")} Z`;
}

export function line(fromX: number, fromY: number, x: number, y: number): Curve {
  return [
    fromX + (x - fromX) / 3,
    fromY + (y - fromY) / 3,
    fromX + ((x - fromX) * 2) / 3,
    fromY + ((y - fromY) * 2) / 3,
    x,
    y,
  ];
}

/** The same drawing on both sides of the axis. */
export function both(markup: string): string {
  return `${markup}<g transform="scale(-1 1)">${markup}</g>`;
}

function endOf(curve: Curve | undefined): [number, number] {
  return curve ? [curve[4], curve[5]] : [0, 0];
}
