/** The longest side of a picture that is sent (pixels): a screen can be read from it, and it is small on a bad network. */
const longestSide = 1600;
const quality = 0.8;

/**
 * A picture made smaller, as a JPEG. Drawing it anew also leaves out what the telephone has written in it: where it was taken, when
 * and by which telephone. What is no picture, or none that this browser can draw, stays as it is.
 */
export async function madeSmaller(file: File): Promise<{ name: string; bytes: ArrayBuffer }> {
  const asItIs = async () => ({ name: file.name, bytes: await file.arrayBuffer() });
  if (!file.type.startsWith('image/')) return asItIs();
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return asItIs();
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });
  if (blob === null) return asItIs();
  return { name: `${file.name.replace(/\.[^.]*$/, '')}.jpg`, bytes: await blob.arrayBuffer() };
}
