// A phone with training that was brought in as another app exports it.
import { app, open, phone } from "./app.mjs";

const HEAD = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE,Weight Unit";

/** Deadlifts of 100, 105 and 110 kg in three weeks, the last one a row as well; and one long ago. */
export const STRONG = [
  '2024-01-10 18:00:00,Old,40m,"Deadlift (Barbell)",1,60,5,0,0,,,,kg',
  'DAY21 18:00:00,Pull,40m,"Deadlift (Barbell)",1,100,5,0,0,,,8,kg',
  'DAY14 18:00:00,Pull,40m,"Deadlift (Barbell)",1,105,5,0,0,,,8,kg',
  'DAY7 18:00:00,Pull,40m,"Deadlift (Barbell)",1,110,5,0,0,grip slipped,,8,kg',
  'DAY7 18:00:00,Pull,40m,"Deadlift (Barbell)",2,110,4,0,0,,,,kg',
  'DAY7 18:00:00,Pull,40m,"Bent Over Row (Barbell)",1,60,8,0,0,,,,kg',
];

/** The local day so many days before today by the page's clock, as a field for dates has it. */
export const dayAgo = (page, ago) => page.evaluate((ago) => {
  const at = new Date(Date.now() - ago * 86_400_000);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
}, ago);

/** A phone with these rows of sets, `DAY7` being the day a week ago. */
export async function trained({ browser, url }, rows, options) {
  const { context, page, problems } = await phone(browser, options);
  const yoke = app(page);
  await open(page, `${url}#/import`);
  const lines = [HEAD];
  for (const row of rows) {
    const ago = row.match(/^DAY(\d+)/)?.[1];
    lines.push(ago ? row.replace(/^DAY\d+/, await dayAgo(page, Number(ago))) : row);
  }
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), yoke.tap("Choose a file")]);
  await chooser.setFiles({ name: "strong.csv", mimeType: "text/csv", buffer: Buffer.from([...lines, ""].join("\n")) });
  await yoke.heading(/new workout/).waitFor();
  await yoke.tap("Import");
  await page.getByRole("status").filter({ hasText: "Brought in" }).getByRole("button", { name: "Close" }).click();
  return { context, page, problems, yoke };
}
