/* Makes photos smaller on the phone before they are sent. What the browser can't read is sent as it is: the server reads
   more kinds, and says what is wrong with the rest. */
window.kimPhotos = (() => {
  const LONGEST_SIDE = 2000; // pixels
  const QUALITY = 0.85;
  const SMALL_ENOUGH = 400 * 1024; // bytes

  const draw = async (file) => {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    canvas.width = 0;
    return blob;
  };

  const shrink = async (file) => {
    if (file.size <= SMALL_ENOUGH || !/^image\/(jpeg|png|webp|heic|heif|avif|bmp)$/.test(file.type)) return file;
    try {
      const blob = await draw(file);
      if (!blob || blob.size >= file.size) return file;
      return new File([blob], `${file.name.replace(/\.[^.]+$/, '') || 'foto'}.jpg`, { type: 'image/jpeg' });
    } catch {
      return file;
    }
  };

  return { shrink };
})();
