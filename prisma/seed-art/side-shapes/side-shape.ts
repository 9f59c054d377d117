/**
 * A car seen from its left side, front at the left. All numbers are centimetres; x runs from the nose to the tail, y
 * from the road up. Strings are SVG path data in those units.
 */
export type SideShape = {
  length: number;
  height: number;
  wheels: { front: number; rear: number; radius: number; archRadius: number };
  /** Height of the lower edge between the wheels. */
  sill: number;
  /** Nose → bonnet → roof → tail, from the lower front corner to the lower rear corner; the lower edge is added. */
  outline: string;
  panes: string[];
  seams: string[];
  handles: [x: number, y: number][];
  /** The crease along the flank that catches the light. */
  shoulder: string;
  /** A softer crease above the sill. */
  lowerCrease: string;
  headlight: string;
  taillight: string;
  mirror: [x: number, y: number];
  /** Unpainted arches and sills of cars that go off the road. */
  cladding: boolean;
  roofRail?: string;
  /** Other lines drawn over the paint, e.g. the rail of a sliding door. */
  trim?: string[];
  /** The inside of a pickup's bed is open, so no roof light falls there. */
  bed?: { from: number; to: number; top: number };
};
