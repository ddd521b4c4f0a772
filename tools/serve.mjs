// `make serve`: serves dist/ and says where.
import { networkInterfaces } from "node:os";
import { serveStatic } from "./static.mjs";

const wanted = Number(process.env.PORT ?? 8080);
let server;
for (let port = wanted; !server; port += 1) {
  try {
    server = await serveStatic("dist", { port, host: "0.0.0.0" });
  } catch (error) {
    if (error.code !== "EADDRINUSE" || port >= wanted + 20) throw error;
  }
}
const { port } = server.address();
const lan = Object.values(networkInterfaces()).flat().filter((net) => net.family === "IPv4" && !net.internal);
console.log(`Yoke is served at http://localhost:${port}/`);
for (const { address } of lan) console.log(`On a phone in the same network: http://${address}:${port}/`);
console.log("Over plain http a phone shows the app, but cannot install it or keep it offline: that needs https");
console.log("(any static host will do, see README) or, for Android over USB: adb reverse tcp:" + port + " tcp:" + port + ", then http://localhost:" + port + "/");
console.log("Ctrl-C stops the server.");
