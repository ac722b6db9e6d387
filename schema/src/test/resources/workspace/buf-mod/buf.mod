version: v1beta1
build:
  roots: [proto]
