module interlink.example/story

go 1.21
