// The page of the first hour, to every path at once, which is a port here.
import { stay } from "sample";
import { paths, report, url } from "./arguments.mjs";

for (const path of paths) stay(url + path, report);
