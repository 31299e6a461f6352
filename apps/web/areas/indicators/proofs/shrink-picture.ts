/** A picture heavier than this is made smaller before it is sent: a phone sends it in seconds instead of minutes. */
const heavy = 2_000_000;
/** Longest side kept, in pixels: a signed sheet stays legible. */
const side = 2400;

/** The same picture, lighter; the file itself when it is light, is no picture, or cannot be drawn. */
export async function shrinkPicture(file: File): Promise<File> {
  if (file.size <= heavy || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    if (!blob || blob.size === 0 || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.[^.]+$/, '.jpg'), { type: 'image/jpeg' });
  } catch {
    return file;
  }
}
