const HOME = "/dashboard";
const MAX_LENGTH = 2_000;

/**
 * Where to go after logging in: only a path of the dashboard on this very host, else its front page. Takes nothing that
 * a browser may read as another host ("//x", "/\x", a control character in between).
 */
export function safeReturnPath(path: string | null | undefined): string {
  if (!path || path.length > MAX_LENGTH || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(path) || path.startsWith("//"))
    return HOME;
  const { origin, pathname, search } = new URL(path, "http://here.invalid");
  const isOurs = origin === "http://here.invalid" && (pathname === HOME || pathname.startsWith(`${HOME}/`));
  const isDoor = /^\/dashboard\/(?:masuk|keluar|atur-sandi)(?:\/|$)/.test(pathname);
  return isOurs && !isDoor ? pathname + search : HOME;
}
