/**
 * The files chosen in a form's field. A browser sends a field left empty as a file without name and bytes, which is
 * none; Bun leaves its `name` out altogether.
 */
export function chosenFiles(form: FormData, field: string): File[] {
  return form.getAll(field).filter((entry): entry is File => entry instanceof File && isChosen(entry));
}

/** A program may send a file without saying its name. */
export function fileNameOf({ name }: { name?: string }): string {
  return name ?? "";
}

function isChosen(file: File): boolean {
  return fileNameOf(file) !== "" || file.size > 0;
}
