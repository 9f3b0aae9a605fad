/// What happened to others, as tests: each class holds one kind of it, a folder of resources the scripts.
package dev.slipway.runner.cases;
