import { useEffect, useRef, useState } from "react";

/** How many pixels of the picture one pixel of the screen shows, so that handles are as large for every finger. */
export function useUnit(shownWidth: number, shownHeight: number) {
  const svgRef = useRef<SVGSVGElement>(null);
  const [unit, setUnit] = useState(1);

  useEffect(() => {
    const svg = svgRef.current;
    if (!svg) return;
    const measure = () => {
      const { width, height } = svg.getBoundingClientRect();
      if (width > 0 && height > 0) setUnit(Math.max(shownWidth / width, shownHeight / height));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(svg);
    return () => observer.disconnect();
  }, [shownWidth, shownHeight]);
  return { svgRef, unit };
}
