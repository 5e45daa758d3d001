/* Makes photos smaller before they are sent: data is money. */
(function (root) {
  "use strict";
  const kirim = (root.kirim = root.kirim || {});
  const LONGEST = 1600; // pixels
  const QUALITY = 0.8;
  const HEAD = 262144; // bytes in which a JPEG says how it was held

  function bytesOf(blob) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(new DataView(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsArrayBuffer(blob);
    });
  }

  function orientationIn(view, start) {
    const isLittle = view.getUint16(start) === 0x4949;
    const first = start + view.getUint32(start + 4, isLittle);
    const count = view.getUint16(first, isLittle);
    for (let place = first + 2; place < first + 2 + 12 * count; place += 12) {
      if (view.getUint16(place, isLittle) === 0x0112) return view.getUint16(place + 8, isLittle);
    }
    return 1;
  }

  /* How a JPEG was held (1 to 8), and the same file without that note. Browsers of different years read the note, or
     not; without it all of them show the pixels as they are, and turning them is up to us. */
  async function unturned(file) {
    const same = { blob: file, orientation: 1 };
    try {
      const view = await bytesOf(file.slice(0, HEAD));
      if (view.getUint16(0) !== 0xffd8) return same;
      for (let place = 2; place < view.byteLength - 10;) {
        const marker = view.getUint16(place);
        const length = view.getUint16(place + 2);
        if ((marker & 0xff00) !== 0xff00 || marker === 0xffda) return same;
        if (marker === 0xffe1 && view.getUint32(place + 4) === 0x45786966) {
          const orientation = orientationIn(view, place + 10);
          const parts = [file.slice(0, place), file.slice(place + 2 + length)];
          const isTurned = orientation > 1 && orientation < 9;
          return isTurned ? { blob: new Blob(parts, { type: "image/jpeg" }), orientation } : same;
        }
        place += 2 + length;
      }
    } catch (error) { /* a damaged note: the photo is taken as it is */ }
    return same;
  }

  function decode(blob) {
    if (root.createImageBitmap) return root.createImageBitmap(blob);
    return new Promise((resolve, reject) => {
      const image = new Image();
      const url = URL.createObjectURL(blob);
      image.onload = () => { URL.revokeObjectURL(url); resolve(image); };
      image.onerror = () => { URL.revokeObjectURL(url); reject(new Error("image")); };
      image.src = url;
    });
  }

  const TURNS = {
    2: (w) => [-1, 0, 0, 1, w, 0], 3: (w, h) => [-1, 0, 0, -1, w, h], 4: (w, h) => [1, 0, 0, -1, 0, h],
    5: () => [0, 1, 1, 0, 0, 0], 6: (w) => [0, 1, -1, 0, w, 0], 7: (w, h) => [0, -1, -1, 0, w, h],
    8: (w, h) => [0, -1, 1, 0, 0, h],
  };

  /* A JPEG of at most 1600 pixels, upright and without notes. What the browser can't read (HEIC on many phones) goes as
     it is: the server can. Throws for what is no picture at all. */
  kirim.shrink = async function (file) {
    const { blob, orientation } = await unturned(file);
    let picture;
    try {
      picture = await decode(blob);
    } catch (error) {
      if (/hei[cf]/i.test(file.type + file.name)) return file;
      throw error;
    }
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const wide = Math.max(1, Math.round(picture.width * scale));
    const high = Math.max(1, Math.round(picture.height * scale));
    const canvas = document.createElement("canvas");
    const lies = orientation > 4;
    canvas.width = lies ? high : wide;
    canvas.height = lies ? wide : high;
    const paper = canvas.getContext("2d");
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    if (TURNS[orientation]) paper.setTransform(...TURNS[orientation](canvas.width, canvas.height));
    paper.drawImage(picture, 0, 0, wide, high);
    if (picture.close) picture.close();
    const small = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    if (!small) throw new Error("canvas");
    return small;
  };
})(self);
