// Files: handed out as a download or through the system's share sheet, and read. That one was chosen is told by an event of
// the window, yoke-file. In the app on an iPhone's home screen a download goes nowhere, so there the share sheet is the way.
const { standalone } = navigator;
const types = { json: "application/json", csv: "text/csv", ics: "text/calendar", txt: "text/plain" };
// Some share sheets take plain texts only; a calendar makes nothing of those.
const shared = (name, text, ending) => {
  const kind = ending === "ics" ? ending : "txt";
  const what = { files: [new File([text], `${name}.${kind}`, { type: types[kind] })] };
  return navigator.canShare?.(what) && what;
};
export const can_share = () => !!shared("a", "");

let offered;
export const hand_out = async (share, name, ending, text) => {
  const what = (share || standalone) && shared(name, text, ending);
  try {
    if (what) return await navigator.share(what);
  } catch (error) {
    if (error.name === "AbortError") return; // the person closed the sheet
  }
  URL.revokeObjectURL(offered);
  const link = document.createElement("a");
  link.href = offered = URL.createObjectURL(new Blob([text], { type: types[ending] }));
  link.download = `${name}.${ending}`;
  link.click();
};

let field;
let text;
export const ask = (most) => {
  field = document.createElement("input");
  field.type = "file";
  field.onchange = async () => {
    text = await field.files[0].slice(0, most).text().catch(() => "");
    dispatchEvent(new Event("yoke-file"));
  };
  field.click();
};
export const chosen = () => text;
