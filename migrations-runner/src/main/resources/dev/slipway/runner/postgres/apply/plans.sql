deallocate all;
discard plans;
