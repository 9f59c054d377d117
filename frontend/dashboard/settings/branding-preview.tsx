export type PreviewProps = {
  name: string;
  tagline: string;
  primary: string;
  secondary: string;
  textColor: string;
  logo: { src: string; width: number; height: number } | null;
};

const INK = "#15171c";
/** Of every site, whatever its colours. */
const WHATSAPP_GREEN = "#0b7a43";
const SEARCH_ICON = { fill: "none", strokeWidth: 1.6, strokeLinecap: "round" } as const;

/** A small picture of the site in these colours; drawn, as the policy allows no styles of a page's own. */
export function BrandingPreview({ name, tagline, primary, secondary, textColor, logo }: PreviewProps) {
  const letter = name.trim().charAt(0).toUpperCase() || "A";
  return (
    <svg viewBox="0 0 480 300" className="block h-auto w-full" role="img" aria-label={`Pratinjau situs ${name}`}>
      <rect width="480" height="300" fill="#f7f7f5" />
      <rect width="480" height="48" fill="#ffffff" />
      {logo ? (
        <image href={logo.src} x="16" y="9" width={(30 * logo.width) / logo.height} height="30" />
      ) : (
        <>
          <rect x="16" y="9" width="30" height="30" rx="8" fill={primary} />
          <text x="31" y="30" fontSize="16" fontWeight="700" textAnchor="middle" fill={textColor}>
            {letter}
          </text>
          <text x="56" y="29" fontSize="14" fontWeight="700" fill={INK}>
            {name.slice(0, 30)}
          </text>
        </>
      )}
      <rect x="388" y="12" width="76" height="24" rx="12" fill={WHATSAPP_GREEN} />
      <text x="426" y="28" fontSize="10" fontWeight="600" textAnchor="middle" fill="#ffffff">
        WhatsApp
      </text>
      <text x="16" y="82" fontSize="18" fontWeight="700" fill={INK}>
        {shortened(tagline || `Mobil bekas pilihan di ${name}`)}
      </text>
      <rect x="16" y="96" width="448" height="34" rx="17" fill="#ffffff" stroke="#d9dad5" />
      <text x="28" y="117" fontSize="11" fill="#5c5f58">
        Coba “Avanza matic 2020”
      </text>
      <circle cx="447" cy="113" r="13" fill={primary} />
      <path d="M452 118l-3.2-3.2M450 111.5a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0" stroke={textColor} {...SEARCH_ICON} />
      {[0, 1, 2].map((index) => (
        <PreviewCard key={index} x={16 + index * 152} accent={secondary} />
      ))}
    </svg>
  );
}

const MOST_CHARACTERS = 40;

/** Up to a whole word that still fits the drawing. */
function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return `${text.slice(0, MOST_CHARACTERS).replace(/[\s,]+\S*$/, "")} …`;
}

function PreviewCard({ x, accent }: { x: number; accent: string }) {
  return (
    <>
      <rect x={x} y="150" width="144" height="134" rx="10" fill="#ffffff" stroke="#e4e5e0" />
      <rect x={x + 8} y="158" width="128" height="64" rx="6" fill="#ecedea" />
      <path
        d={`M${x + 28} 204 q4 -14 12 -16 l8 -10 q2 -3 6 -3 h26 q5 0 8 4 l8 9 q14 1 16 8 v8 z`}
        fill={accent}
        stroke="none"
      />
      <circle cx={x + 46} cy="205" r="7" fill={INK} />
      <circle cx={x + 94} cy="205" r="7" fill={INK} />
      <rect x={x + 8} y="232" width="92" height="8" rx="4" fill="#c9cbc5" />
      <rect x={x + 8} y="248" width="60" height="7" rx="3.5" fill="#dddfd9" />
      <rect x={x + 8} y="264" width="72" height="9" rx="4.5" fill={INK} />
    </>
  );
}
