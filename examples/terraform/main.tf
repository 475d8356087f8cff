# Brings a region's boot images to what a document says, whenever the document changes.
#
#   terraform apply -var maas_url=http://maas.example.com:5240/MAAS -var maas_api_key_file=/root/maas.key
#
# Needs no provider beside the one built in. Terraform sees that the document changed, not that somebody
# changed the region: for that, `maas-boot plan -f DOCUMENT` exits 2 and belongs into the pipeline.
terraform {
  required_version = ">= 1.4"
}

variable "maas_url" {
  type = string
}

# A file that only its owner may read: so the key is in no state, no plan and no log.
variable "maas_api_key_file" {
  type = string
}

variable "document" {
  type    = string
  default = "../images.yaml"
}

resource "terraform_data" "boot_images" {
  triggers_replace = [var.maas_url, filesha256(var.document)]

  provisioner "local-exec" {
    command = "maas-boot apply -f \"$DOCUMENT\" --wait --timeout 2h --progress plain"
    environment = {
      MAAS_URL          = var.maas_url
      MAAS_API_KEY_FILE = var.maas_api_key_file
      DOCUMENT          = var.document
    }
  }
}
