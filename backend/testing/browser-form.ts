const BOUNDARY = "----WebKitFormBoundaryjjdQW9YGJsWRhrZ3";

/** A multipart body byte for byte as browsers send it: a file field left empty is a part with an empty file name. */
export function browserForm(fields: Record<string, string>, emptyFileFields: readonly string[]) {
  const head = (rest: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${rest}`;
  const texts = Object.entries(fields).map(([name, value]) => `${head(`name="${name}"`)}\r\n\r\n${value}\r\n`);
  const files = emptyFileFields.map(
    (name) => `${head(`name="${name}"; filename=""`)}\r\nContent-Type: application/octet-stream\r\n\r\n\r\n`,
  );
  return {
    body: [...texts, ...files, `--${BOUNDARY}--\r\n`].join(""),
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
  };
}
