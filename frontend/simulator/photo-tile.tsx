import { useState } from "react";
import { PhoneIcon } from "./icons";

/** A picture filling its box; whatever else was attached as one shows its file name. */
export function PhotoTile({ url, name }: { url: string; name: string }) {
  const [isBroken, setBroken] = useState(false);
  if (!isBroken)
    return <img src={url} alt="" className="photo-tile" decoding="async" onError={() => setBroken(true)} />;
  return (
    <span className="photo-tile photo-broken">
      <PhoneIcon name="document" className="size-6" />
      <span>{name}</span>
    </span>
  );
}
