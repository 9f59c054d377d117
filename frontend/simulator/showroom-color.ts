/** Hands a showroom's colour to the stylesheet; only plain hex colours, they are the tenant's data. */
export function showroomColor(color: string): (element: HTMLElement | null) => void {
  return (element) => {
    if (/^#[0-9a-f]{3,6}$/i.test(color)) element?.style.setProperty("--showroom", color);
  };
}
