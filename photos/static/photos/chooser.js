/* In Wagtail's own windows too a photo is made smaller before it is sent, and gets a name that says something: what a
   camera calls it ("IMG_0412") helps nobody to find it again. */
(() => {
  const FIELD = 'input[type=file][name$="-file"], .pho-fields input[type=file]';
  const CAMERA = /^(img|dsc|dcim|pxl|vid|wa|whatsapp image|screenshot|photo|foto|image)?[-_ \d().:]*(at|wa)?[-_ \d().:]*$/i;

  /* Wagtail takes the name of the file for a title, of the first one that was chosen. */
  function nameIt(input, file) {
    const title = input.form?.querySelector('input[name$="title"]');
    if (!title || (title.value && title.value !== title.dataset.kimName)) return;
    const name = file.name.replace(/\.[^.]+$/, '');
    const page = document.querySelector('form[data-edit-form] [name=title]');
    title.value = (CAMERA.test(name) && page?.value.trim()) || name;
    title.dataset.kimName = title.value;
  }

  document.addEventListener('change', async (event) => {
    const input = event.target;
    if (!input.matches?.(FIELD) || input.files.length !== 1) return;
    const [file] = input.files;
    if (file.isSmall) return;
    nameIt(input, file);
    const small = await window.kimPhotos.shrink(file);
    if (small === file || input.files[0] !== file) return;
    small.isSmall = true;
    const holder = new DataTransfer();
    holder.items.add(small);
    input.files = holder.files;
  }, true);
})();
