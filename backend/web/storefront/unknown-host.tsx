import type { Assets } from "@/backend/http/assets";
import { UnknownHostPage } from "@/frontend/storefront/unknown-host-page";
import { renderDocument } from "./render-document";

/** 404 for a host where no showroom lives: nobody's catalogue, no showroom's name. */
export function unknownHostResponse(assets: Assets, host = ""): Response {
  const { body, headers } = renderDocument(
    {
      head: {
        title: "Belum ada showroom di alamat ini",
        description: "Tidak ada showroom di alamat ini.",
        canonicalUrl: null,
        robots: "noindex",
        ogType: "website",
        ogImage: null,
        jsonLd: [],
      },
      showroom: null,
      scripts: [],
      preload: null,
      hasHeaderSearch: false,
      children: <UnknownHostPage host={host} />,
    },
    assets,
  );
  return new Response(body, { status: 404, headers: { ...headers, "Cache-Control": "no-store" } });
}
