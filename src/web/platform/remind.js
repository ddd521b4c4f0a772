// Reminders outside of the page: the system's notification and the mark on the app's icon. That a question was answered is told
// by an event of the window, yoke-notify. What a browser cannot or may not is left: the page says it all the same.
const tag = "yoke-break";
// Android knows only notifications of a service worker.
const worker = () => navigator.serviceWorker.getRegistration();

// Not asked, refused, allowed.
export const may_notify = () => ["default", "denied", "granted"].indexOf(window.Notification?.permission);
export const ask_to_notify = async () => {
  await Notification.requestPermission();
  dispatchEvent(new Event("yoke-notify"));
};
export const notify = async (title, body) => {
  try {
    // Whoever looks at the page sees it there.
    if (!document.hasFocus() && may_notify() > 1) await (await worker()).showNotification(title, { body, tag });
  } catch {}
};
export const mark = async (on) => {
  try {
    await navigator[on ? "setAppBadge" : "clearAppBadge"]?.();
    if (!on) for (const shown of await (await worker()).getNotifications({ tag })) shown.close();
  } catch {}
};
