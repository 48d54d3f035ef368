"""One module for each job or group of jobs; every module here is loaded by the registry."""
