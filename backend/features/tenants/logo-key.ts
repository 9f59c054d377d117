/** Where a logo lives: `logos/<tenant>/<hash>-<width>x<height>[-2x].webp`, in CSS pixels. `Tenant.logoKey` is the plain one. */
export type LogoView = { src: string; srcSet: string; width: number; height: number };

export function logoKeyOf(tenantId: number, logo: { hash: string; width: number; height: number }): string {
  return `logos/${tenantId}/${logo.hash}-${logo.width}x${logo.height}.webp`;
}

export function sharperLogoKey(key: string): string {
  return key.replace(/\.webp$/, "-2x.webp");
}

/** Addresses and size for a page; null without a logo of ours. */
export function logoView(key: string | null): LogoView | null {
  const [, width, height] = /-(\d+)x(\d+)\.webp$/.exec(key ?? "") ?? [];
  if (!key || !width || !height) return null;
  const src = `/media/${key}`;
  return { src, srcSet: `${src} 1x, /media/${sharperLogoKey(key)} 2x`, width: Number(width), height: Number(height) };
}
